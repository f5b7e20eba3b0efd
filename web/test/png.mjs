// Screenshots made small: a palette of the colours that are there, and honest compression.
import { crc32, deflateSync } from "node:zlib";

/** The pixels of a picture, RGBA, unpacked by the browser that took it. */
export async function pixels(page, png) {
  const { width, height, data } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let text = "";
    for (let i = 0; i < data.length; i += 32768) text += String.fromCharCode(...data.subarray(i, i + 32768));
    return { width: bitmap.width, height: bitmap.height, data: btoa(text) };
  }, png.toString("base64"));
  return { width, height, data: Buffer.from(data, "base64") };
}

/** A PNG of at most 256 colours. */
export function small({ width, height, data }) {
  const counts = new Map();
  const at = (i) => (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
  for (let i = 0; i < data.length; i += 4) counts.set(at(i), (counts.get(at(i)) ?? 0) + 1);
  const palette = paletteOf(counts);
  const index = new Map(palette.map((colour, i) => [colour, i]));
  const rows = Buffer.alloc(height * (width + 1)); // each row begins with 0: not filtered
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = at(4 * (y * width + x));
      let i = index.get(colour);
      if (i === undefined) index.set(colour, (i = nearest(palette, colour)));
      rows[y * (width + 1) + 1 + x] = i;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8); // eight bits, palette
  const colours = Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]));
  const parts = [chunk("IHDR", head), chunk("PLTE", colours), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...parts]);
}

// The most frequent colours, then those that they would show worst: a thin line must not turn grey.
function paletteOf(counts) {
  const all = [...counts].sort((a, b) => b[1] - a[1]);
  const palette = all.slice(0, 96).map(([colour]) => colour);
  const far = all.map(([colour]) => Math.min(...palette.map((p) => distance(p, colour))));
  while (palette.length < Math.min(256, all.length)) {
    let worst = 0;
    for (let i = 1; i < all.length; i++) if (far[i] * Math.sqrt(all[i][1]) > far[worst] * Math.sqrt(all[worst][1])) worst = i;
    if (far[worst] === 0) break;
    const added = all[worst][0];
    palette.push(added);
    for (let i = 0; i < all.length; i++) far[i] = Math.min(far[i], distance(added, all[i][0]));
  }
  return palette;
}

const distance = (a, b) => ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;

function nearest(palette, colour) {
  let best = 0;
  let least = Infinity;
  palette.forEach((c, i) => {
    const far = distance(c, colour);
    if (far < least) [best, least] = [i, far];
  });
  return best;
}

function chunk(name, body) {
  const named = Buffer.concat([Buffer.from(name, "latin1"), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
