/**
 * Zod without code generation: extension pages forbid `eval`, and Zod's probe for it alone would be reported as a
 * violation of the content security policy. Every schema imports `z` from here.
 */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
