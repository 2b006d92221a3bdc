// The words of the form. An attribute of the contract without words here gets a field with the contract's description.

export const ATTRIBUTES = {
  lang: {
    label: 'Language',
    values: { en: 'English', es: 'Español', fr: 'Français', 'pt-BR': 'Português (Brasil)', ar: 'العربية', '': 'Each page’s own' },
    hint: '“Each page’s own” is for sites in several languages. All but English were translated by a machine, and no native speaker has read them yet.',
  },
  perspective: {
    label: 'Who your page is for',
    values: { '': 'Both', recovery: 'People in recovery', loved: 'Loved ones' },
    hint: 'What you choose here is chosen on the first card. The reader can change it.',
  },
  theme: {
    label: 'Light or dark',
    values: { auto: 'The same as my page', light: 'Light', dark: 'Dark' },
  },
  region: {
    label: 'Help lines to show first',
    values: {
      '': 'By the reader’s country',
      US: 'United States',
      GB: 'United Kingdom',
      IE: 'Ireland',
      CA: 'Canada',
      AU: 'Australia',
      ES: 'Spain',
      FR: 'France',
      PT: 'Portugal',
      BR: 'Brazil',
    },
    hint: 'The reader can change the country.',
  },
  contact: {
    label: 'A line of your own',
    hint: 'Such as the phone number of your practice. It stands below the public help lines.',
    most: 200,
  },
  exit: {
    label: 'Where “Leave quickly” leads',
    hint: 'An address that begins with https. When empty: the weather. Choose a page that nobody has to explain.',
    most: 2000,
  },
  save: {
    label: 'Readers may save on their own device',
    values: { off: 'No', ask: 'Yes, when they ask for it' },
    hint: 'It stays in their browser for 90 days, and they can erase it. Scripts of your site could read it there, unless it is a frame. Not for a computer that many people share.',
  },
  compare: {
    label: 'Two readers may compare',
    values: { off: 'No', on: 'Yes, if both want it' },
    hint: 'By a code that they hand over themselves. It goes through no server.',
    read: 'I have read “When comparing can hurt” under “What you take on”',
  },
  events: {
    label: 'Tell my own scripts when a reader starts and ends',
    values: { off: 'No', on: 'Yes' },
    hint: 'The message holds no answers. Never pass it on to analytics or ad tools: that somebody took a check-in on recovery is health data.',
  },
};

export const LINKS = {
  legend: 'Articles of yours',
  hint: 'Each step in the results can lead to one of your articles. Addresses begin with https.',
  problem: 'This address is left out. It must begin with https://',
  keys: {
    C: 'On honest and open communication',
    R: 'On consistency and reliability',
    P: 'On patience and understanding',
    S: 'On professional support',
    more: 'The article this check-in belongs to',
  },
};

export const SHAPES = {
  radius: {
    label: 'Corners',
    values: { '': 'Round', '0': 'Square', '0.5em': 'A little round', '2em': 'Very round' },
  },
  width: {
    label: 'Width at most',
    values: { '': 'Usual', '34em': 'Narrow', '60em': 'Wide' },
  },
};

export const FONT = {
  label: 'Font',
  hint: 'Names of fonts that readers have installed, such as Georgia, serif. When empty: the font of the reader’s system.',
  problem: 'This font is left out. Write names such as Georgia, serif.',
};

export const ANALYTICS = {
  question: 'Does your site use analytics, ads or other people’s scripts?',
  hint: 'Comment forms, chat boxes, embedded videos, share buttons and cookie banners are other people’s scripts too.',
  values: { yes: 'Yes', no: 'No', unsure: 'I am not sure' },
  unanswered: 'The frame is chosen until you say No: no script of your page can see into it.',
  yes: 'We chose the frame: those scripts can tell that the check-in was opened and used, but they cannot see the answers.',
  unsure: 'We chose the frame, to be on the safe side: no script of your page can see into it.',
  no: 'Then the tag will do. If you add such a script one day, change to the frame.',
  caution: 'In this form other scripts of your page could see what a reader does and answers. They cannot see into a frame. The check-in says so to the reader.',
};

export const FORMS = {
  label: 'How to put it in',
  tag: {
    name: 'Tag, in the page',
    about: 'A few lines of HTML, where you can edit the HTML of a page. For pages without other people’s scripts.',
  },
  iframe: {
    name: 'Frame, sealed off',
    about: 'A page of its own inside yours. Your scripts cannot see what is answered in it. It takes on your colours, light or dark, and the fonts that readers have installed.',
    saving: 'Readers can save in a frame only if its files have another origin than your page, such as files.blog.example for www.blog.example. There no script of your page can read it. Elsewhere they are not offered it, and can still download a file.',
  },
  div: {
    name: 'Div, if the tag is lost',
    about: 'The same as the tag, for editors that throw away tags they do not know. If the check-in does not show after you publish, try this.',
  },
  standalone: {
    name: 'One file',
    about: 'All of it in one script, which fetches nothing else. It loads with your page, about 140 KB, or 190 with saving or comparing. The other two files are the check-in on paper. If you leave them out, take their line out of the snippet.',
  },
  wordpress: {
    name: 'WordPress plugin',
    about: 'Install the plugin and put this shortcode into a post. In the block editor you can insert the block Trust Check-in instead.',
    uploads: 'Install this plugin:',
  },
  npm: {
    name: 'npm package',
    about: 'For developers with a bundler. The package is not in the public registry yet: take the file below.',
    uploads: 'Put beside your package.json:',
  },
  link: {
    name: 'Plain link',
    about: 'For Medium, Substack and e-mail. It opens the check-in on a page of its own. Of your choices only the language goes along.',
  },
};

/** Shown where a form has one language and the owner asked for each page's own. */
export const ONE_LANGUAGE = 'In this form the check-in speaks one language. It is English, unless you choose another.';

export const COPYING = {
  folder: 'Where will you put the files?',
  folderHere: 'This is the folder of this page. Your own site is better: then no other server sees who opens the check-in.',
  folderElsewhere: 'On another address than your blog? Then its server must allow other sites to load scripts and data (CORS).',
  folderElsewhereFrame: 'On another address than your blog? The frame works all the same. Its small script needs a server that allows other sites to load it (CORS). Without that, take the tick below away.',
  folderProblem: 'Write an address such as https://example.org/trust-checkin/ or a path such as /trust-checkin/.',
  autoHeight: 'My site allows scripts. The frame then looks like your page by itself, and is as high as the first card',
  uploads: 'Put into that folder:',
  label: 'The snippet',
  button: 'Copy the snippet',
  copied: 'Copied.',
  selected: 'The snippet is selected. Copy it with Ctrl+C, or Cmd+C on a Mac.',
  noHashes: 'The hashes of the files could not be loaded, so there are none in the snippet. Load this page again before you copy.',
};
