import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { DomainError, Turnstile } from '@roundtable/platform';

const LONGEST_MS = 30_000;
const FACES = ['400Regular', '400Regular_Italic', '700Bold'];
const require = createRequire(import.meta.url);

/**
 * Runs in a thread of its own, as text, so that it needs no file beside the built program. The document is tagged and
 * meets PDF/UA-1; the compiler has no access to files or the network but for the fonts given.
 */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const { NodeCompiler } = require(workerData.compiler);
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: workerData.fonts }], workspace: workerData.workspace });
const source = { mainFileContent: workerData.template, inputs: { data: workerData.data } };
const pdf = compiler.pdf(source, { pdfStandard: 'ua-1' });
parentPort.postMessage(pdf);
`;

/** Says that a document could not be set. */
export class TypesettingFailed extends DomainError {
  constructor() {
    super('internal', 'The document could not be set. Try another kind of file, and tell the operator.');
  }
}

/** Sets documents as PDF with Typst: off the thread that serves requests, few at once, none for ever. */
@Injectable()
export class Typesetter {
  private readonly presses = new Turnstile({ atOnce: 2, waiting: 20, waitMs: LONGEST_MS });

  /**
   * Sets a template with words that stay words.
   * @throws Busy where too many wait. @throws TypesettingFailed where it takes too long or cannot be set
   */
  set(template: string, data: object): Promise<Buffer> {
    return this.presses.run(() => runThread(template, JSON.stringify(data)));
  }
}

function runThread(template: string, data: string): Promise<Buffer> {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans/package.json'));
  const worker = new Worker(THREAD, {
    eval: true,
    workerData: {
      compiler: require.resolve('@myriaddreamin/typst-ts-node-compiler'),
      fonts: FACES.map((face) => join(fonts, face)),
      workspace: join(fonts, FACES[0] ?? ''),
      template,
      data,
    },
  });
  return new Promise<Buffer>((resolve, reject) => {
    const timer = setTimeout(() => reject(new TypesettingFailed()), LONGEST_MS);
    worker.once('message', (pdf: Uint8Array) => resolve(Buffer.from(pdf)));
    worker.once('error', (cause) => reject(Object.assign(new TypesettingFailed(), { cause })));
    worker.once('exit', () => reject(new TypesettingFailed()));
    timer.unref();
  }).finally(() => worker.terminate());
}
