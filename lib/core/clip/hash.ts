/** SHA-256 of text, for telling documents and passages apart. Pure: the digest is computed here, not by the browser. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Hexadecimal SHA-256 of the UTF-8 bytes. */
export const hashText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** Hash of a document's text with all white space left out, so that line breaks do not matter. */
export const documentHash = (text: string): string => hashText(text.replace(/\s+/gu, ''));
