import type {Code} from '../../body.ts'
import {cleanText} from '../../read/clean-text.ts'
import {type Fields, keyOf, textOf} from '../../read/fields.ts'

/** Code, or undefined when it has no visible character. */
export function readCode(fields: Fields, index: number): Code | undefined {
  const code = typeof fields.code === 'string' ? cleanText(fields.code) : ''
  if (!code.trim()) return undefined
  // A word such as `c++` or `objective-c`: it becomes part of a class and of a fence.
  const language = /^[\w+#.-]{1,40}$/.exec(textOf(fields.language) ?? '')?.[0]
  return {_type: 'code', _key: keyOf(fields, index), code, ...(language && {language})}
}
