import {keyGenerator} from '@portabletext/editor'
import type {NewKey} from './types.ts'

/** Keys as the editor makes them. */
export const newKey: NewKey = keyGenerator
