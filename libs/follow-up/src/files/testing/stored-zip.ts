import { crc32 } from 'node:zlib';

/** Makes a ZIP file whose entries are stored as they are, in this order. */
export function storedZip(entries: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, words] of Object.entries(entries)) {
    const [path, content] = [Buffer.from(name), Buffer.from(words)];
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(content.length, 4);
    sizes.writeUInt32LE(content.length, 8);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(path.length, 0);
    const local = Buffer.concat([
      Buffer.from('504b0304140000000000000000000000'.slice(0, 28), 'hex'),
      sizes,
      lengths,
      path,
      content,
    ]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    central.push(
      Buffer.concat([
        Buffer.from('504b01021400140000000000000000000000'.slice(0, 32), 'hex'),
        sizes,
        lengths,
        place,
        path,
      ]),
    );
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}
