/**
 * Our own model of damage: ways in which sound HTML is changed that lose nothing, so that the blocks must come back
 * exactly. One operator, one file, one line here, in the order in which they happen: what an editor writes, what a
 * formatter does to it, what transport does to the whole.
 */
import type {Random} from '../random.ts'
import {editorComments} from './editor-comments.ts'
import {escaped} from './escaped.ts'
import {googleDocs} from './google-docs.ts'
import {hardWrap} from './hard-wrap.ts'
import {jsonString} from './json-string.ts'
import {noise} from './noise.ts'
import {oldTags} from './old-tags.ts'
import {optionalEndTags} from './optional-end-tags.ts'
import {references} from './references.ts'
import {tracking} from './tracking.ts'
import {wrongEncoding} from './wrong-encoding.ts'

export type Operator = (html: string, random: Random) => string

export const operators: Readonly<Record<string, Operator>> = {
  hardWrap,
  noise,
  tracking,
  googleDocs,
  editorComments,
  oldTags,
  optionalEndTags,
  wrongEncoding,
  references,
  escaped,
  jsonString,
}
