import {describe, expect, test} from 'vitest'
import {prove} from '../../scripts/check-regexes/prove.ts'

describe('is not proven: on some text the time grows faster than the text', () => {
  test.each([
    /(a+)+$/,
    /(a|a)*$/,
    /a*a*$/,
    /\s+$/,
    /.*foo.*/,
    /<!--[\s\S]*?-->/g,
    /a[^b]*b/g,
    /(?:ab)(?:.*c)?/g,
    /^(?:\w+\s?)*$/,
    /(x+x+)+y/,
    /(?=.*a)b/,
    /(?<=a.*)b/,
    /\s*,\s*/,
    /(?!a*b)a/g,
    /[^<]*</g,
    /([a-z]+)\1$/,
    /(?:a?){30}a{30}/,
    /(?:(?!ab)[ab])*c/g,
  ])('%s', ({source, flags}) => {
    expect(prove(source, flags)).toBeUndefined()
  })
})

describe('is proven linear', () => {
  test.each([
    /[a-z]+/g,
    /[?#].*$/s,
    /<[^<>]*>/g,
    /"[^"]*"/g,
    /\b(?:var|let)\s+[\w$]+\s?=/,
    /"(?:[^"\\]|\\.)*"/sy,
    /(?<!\s)\s+$/,
    /\d+(?:\.\d+)?/g,
    /u003c(?:(?!u003[ce])[^<>\n]){0,500}?u003e/gi,
    /<!--[\s\S]*?(?:-->|$)/g,
  ])('%s', ({source, flags}) => {
    expect(prove(source, flags)).toBeDefined()
  })
})
