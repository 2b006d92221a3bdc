// The block in the editor: the live check-in, and its settings beside it. block.json defines the settings; this file
// has their labels. There is no build step and so no imports: WordPress provides everything under `wp`.
(({ blocks, blockEditor, components, element, i18n }) => {
  const { __ } = i18n;
  const { createElement: el, Fragment } = element;
  const { Disabled, PanelBody, SelectControl, TextControl } = components;
  const NAME = 'trust-checkin/check-in';

  const NO_CHOICE = __('Not set', 'trust-checkin');
  // An option without labels here shows its bare name and its description from contract.json.
  const WORDS = {
    lang: {
      label: __('Language', 'trust-checkin'),
      help: __('Such as "en". When empty: the language of the page.', 'trust-checkin'),
    },
    perspective: {
      label: __('Who the page is for', 'trust-checkin'),
      help: __('Chosen at first; readers can still change it.', 'trust-checkin'),
      values: {
        recovery: __('People in recovery', 'trust-checkin'),
        loved: __('People close to someone in recovery', 'trust-checkin'),
      },
    },
    theme: {
      label: __('Colors', 'trust-checkin'),
      help: __('Like the page: light or dark as the background around it.', 'trust-checkin'),
      values: {
        auto: __('Like the page', 'trust-checkin'),
        light: __('Light', 'trust-checkin'),
        dark: __('Dark', 'trust-checkin'),
      },
    },
    region: {
      label: __('Country of the help lines', 'trust-checkin'),
      help: __('Two letters, such as US or GB. When empty: the one in the language setting of the reader\'s browser. Readers can change it.', 'trust-checkin'),
    },
    contact: {
      label: __('A contact of your own', 'trust-checkin'),
      help: __('One line, such as the phone number of your practice. It stands below the public help lines.', 'trust-checkin'),
    },
    exit: {
      label: __('Where "Leave quickly" leads', 'trust-checkin'),
      help: __('An address that begins with https. Choose a page that nobody has to explain, such as the weather.', 'trust-checkin'),
    },
    save: {
      label: __('Readers may save on their own device', 'trust-checkin'),
      help: __('It stays in their browser for 90 days, and they can erase it. Scripts of your site could read it there.', 'trust-checkin'),
      values: { off: __('No', 'trust-checkin'), ask: __('Yes, when they ask for it', 'trust-checkin') },
    },
    compare: {
      label: __('Two readers may compare', 'trust-checkin'),
      help: __('By a code that they hand over themselves. Where one of two people is afraid of the other, it can be used to press for answers. The check-in asks both first, and gives the same refusal for every reason.', 'trust-checkin'),
      values: { off: __('No', 'trust-checkin'), on: __('Yes, and I have read when comparing can hurt', 'trust-checkin') },
    },
    events: {
      label: __('Tell scripts of this page when a reader begins and ends', 'trust-checkin'),
      help: __('Never pass this on to analytics or ads: that somebody took a recovery check-in is health data. Answers are never told.', 'trust-checkin'),
      values: { off: __('No', 'trust-checkin'), on: __('Yes', 'trust-checkin') },
    },
  };
  const LINKS = {
    C: __('Honest and open communication', 'trust-checkin'),
    R: __('Consistency and reliability', 'trust-checkin'),
    P: __('Patience and understanding', 'trust-checkin'),
    S: __('Professional support', 'trust-checkin'),
    more: __('The article that this belongs to', 'trust-checkin'),
  };

  function Setting({ name, option, value = '', onChange }) {
    const { label = name, help = option.description, values = {} } = WORDS[name] ?? {};
    if (!option.enum) return el(TextControl, { label, help, value, onChange });
    const choices = option.enum.map((value) => ({ value, label: values[value] ?? value }));
    const options = option.default ? choices : [{ value: '', label: NO_CHOICE }, ...choices];
    return el(SelectControl, { label, help, value, options, onChange });
  }

  /** Invalid JSON, typed in the code editor, counts as no links. */
  function read(links) {
    try {
      return JSON.parse(links) ?? {};
    } catch {
      return {};
    }
  }

  function Links({ value, onChange }) {
    const links = read(value);
    return Object.entries(LINKS).map(([key, label]) => el(TextControl, {
      key,
      label,
      type: 'url',
      placeholder: 'https://',
      value: links[key] ?? '',
      onChange: (address) => {
        const { [key]: _old, ...others } = links;
        const now = address ? { ...others, [key]: address } : others;
        onChange(Object.keys(now).length ? JSON.stringify(now) : '');
      },
    }));
  }

  /** The check-in's options, without those that WordPress adds to every block: only ours have descriptions. */
  function options() {
    return Object.entries(blocks.getBlockType(NAME).attributes).filter(([, option]) => option.description);
  }

  function Edit({ attributes, setAttributes }) {
    const set = Object.fromEntries(options().map(([name]) => [name, attributes[name]]).filter(([, value]) => value));
    const settings = options().filter(([name]) => name !== 'links').map(([name, option]) => {
      const onChange = (value) => setAttributes({ [name]: value || undefined });
      return el(Setting, { key: name, name, option, value: attributes[name], onChange });
    });
    const onLinks = (links) => setAttributes({ links: links || undefined });
    return el(
      Fragment,
      null,
      el(
        blockEditor.InspectorControls,
        null,
        el(PanelBody, { title: __('Settings', 'trust-checkin') }, settings),
        el(
          PanelBody,
          { title: __('Articles of yours', 'trust-checkin'), initialOpen: false },
          el('p', null, __('Readers find them with the step they are about. Addresses begin with https.', 'trust-checkin')),
          el(Links, { value: attributes.links, onChange: onLinks }),
        ),
      ),
      el(
        'div',
        blockEditor.useBlockProps(),
        el(Disabled, null, el('trust-checkin', set, __('The check-in shows here.', 'trust-checkin'))),
      ),
    );
  }

  blocks.registerBlockType(NAME, { edit: Edit, save: () => null });
})(window.wp);
