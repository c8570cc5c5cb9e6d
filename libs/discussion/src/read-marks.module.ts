import { Global, Module } from '@nestjs/common';
import { ReadMarks } from '@roundtable/record';
import { ReadMarksRepository } from './read-marks.repository.js';

/** Answers the record's question how far somebody has read. Global, because the record stands below and asks a port. */
@Global()
@Module({
  providers: [ReadMarksRepository, { provide: ReadMarks, useExisting: ReadMarksRepository }],
  exports: [ReadMarksRepository, ReadMarks],
})
export class ReadMarksModule {}
