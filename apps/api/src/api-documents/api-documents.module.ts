import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ApiDocuments } from './api-documents.js';
import { ApiDocumentsController } from './api-documents.controller.js';
import { HandlerScan } from './handler-scan.js';

/** OpenAPI and AsyncAPI documents, generated from the running code. */
@Module({
  imports: [DiscoveryModule],
  controllers: [ApiDocumentsController],
  providers: [ApiDocuments, HandlerScan],
  exports: [HandlerScan, ApiDocuments],
})
export class ApiDocumentsModule {}
