import {keyGenerator} from '@portabletext/editor'
import type {NewKey} from './types.ts'

/** Creates keys as the editor does. */
export const newKey: NewKey = keyGenerator
