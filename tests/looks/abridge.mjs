// Runs inside a page: arranges many pictures on few sheets, and shows identical parts only once.

/**
 * Returns the sheets as data URLs. `pictures` are { name, path }, the most typical first; `crop` is the margin to cut off
 * on both sides, `scale` the reduction. Parts that an earlier picture showed are omitted; a red line marks them.
 */
export async function abridged({ pictures, crop, scale, size }) {
  /** The least number of consecutive rows that count as a repeated part. */
  const LOOK = 70;
  /** Rows that remain on both sides of an omission. */
  const AROUND = 24;
  const CAPTION = 14;
  const seen = new Set();
  const sheets = [];
  let sheet;
  let at = { x: 4, y: 2 };

  const canvas = (width, height) => {
    const surface = new OffscreenCanvas(width, height);
    return { surface, pen: surface.getContext('2d', { willReadFrequently: true }) };
  };

  /** A hash of each pixel row: identical rows have the same hash. */
  const rows = ({ data, width, height }) => {
    const pixels = new Uint32Array(data.buffer);
    return Array.from({ length: height }, (_, row) => {
      let hash = 17;
      for (let place = row * width; place < (row + 1) * width; place += 1) hash = (Math.imul(hash, 31) + pixels[place]) | 0;
      return hash;
    });
  };

  /** For each row, whether an earlier picture had it with the same neighbours. */
  const known = (hashes) => {
    const isKnown = hashes.map(() => false);
    const looks = [];
    for (let row = 0; row + LOOK <= hashes.length; row += 1) {
      const look = hashes.slice(row, row + LOOK).join();
      if (seen.has(look)) isKnown.fill(true, row, row + LOOK);
      looks.push(look);
    }
    looks.forEach((look) => seen.add(look));
    return isKnown;
  };

  /** The parts to show, [first row, number of rows]; `undefined` marks an omission. */
  const parts = (isKnown) => {
    const found = [];
    for (let start = 0; start < isKnown.length;) {
      const next = isKnown.indexOf(!isKnown[start], start);
      const end = next < 0 ? isKnown.length : next;
      if (isKnown[start] && end - start > 4 * AROUND) found.push([start, AROUND], undefined, [end - AROUND, AROUND]);
      else found.push([start, end - start]);
      start = end;
    }
    return found;
  };

  const begin = () => {
    sheet = canvas(size, size);
    sheet.pen.fillStyle = '#888';
    sheet.pen.fillRect(0, 0, size, size);
    sheets.push(sheet);
    at = { x: 4, y: 2 };
  };

  /** Places a strip on the sheets, column by column. */
  const put = (name, strip) => {
    const width = Math.floor(strip.width * scale);
    const height = Math.floor(strip.height * scale);
    for (let top = 0; top < height;) {
      if (size - at.y - CAPTION < Math.min(height - top, 90)) at = { x: at.x + width + 5, y: 2 };
      if (at.x + width > size) begin();
      const some = Math.min(height - top, size - at.y - CAPTION);
      sheet.pen.imageSmoothingQuality = 'high';
      sheet.pen.fillStyle = '#fff';
      sheet.pen.font = '11px sans-serif';
      sheet.pen.fillText(top > 0 ? `${name} …` : name, at.x, at.y + 10);
      sheet.pen.drawImage(strip, 0, top / scale, strip.width, some / scale, at.x, at.y + CAPTION, width, some);
      at.y += CAPTION + some + 4;
      top += some;
    }
  };

  begin();
  for (const { name, path } of pictures) {
    const image = await createImageBitmap(await (await fetch(path)).blob());
    const { surface, pen } = canvas(image.width - 2 * crop, image.height);
    pen.drawImage(image, -crop, 0);
    const shown = parts(known(rows(pen.getImageData(0, 0, surface.width, surface.height))));
    const strip = canvas(surface.width, shown.reduce((sum, part) => sum + (part?.[1] ?? 4), 0));
    let y = 0;
    for (const part of shown) {
      const [top, height] = part ?? [0, 4];
      strip.pen.fillStyle = '#e05';
      if (part) strip.pen.drawImage(surface, 0, top, surface.width, height, 0, y, surface.width, height);
      else strip.pen.fillRect(0, y, surface.width, height);
      y += height;
    }
    put(name, strip.surface);
  }
  const asUrl = (blob) => new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(blob);
  });
  return Promise.all(sheets.map(async ({ surface }) => asUrl(await surface.convertToBlob())));
}
