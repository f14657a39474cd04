/** OFDs (GB/T 33190) as documents: bytes in, the same DocumentModel as a page gives out. */

export { createOfdReader, OFD_DEADLINE, type OfdReader, type OfdReadOptions } from './reader';
export { createOfdSource } from './source';
