import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import type {ParsedArticle} from '../../../../ingest/parse/types.ts'

const TEXT = 'The owls of the barn came back in March, after a winter in which nobody had seen them.\n'
const parse = (settings: string): ParsedArticle =>
  parseScrape({bytes: new TextEncoder().encode(`${settings}\n\n${TEXT}`), origin: 'test'}).article

describe('front matter', () => {
  it('declares what generators agree on', () => {
    expect(
      parse(`---
title: "Owls: a return"
author: Ann Lee
date: 2024-03-05 10:00:00 +0100
lastmod: 2024-03-06
description: Three birds under one roof.
tags: [owls, barns]
lang: en
cover: https://barn.example/owl.jpg
draft: false
---`),
    ).toMatchObject({
      title: 'Owls: a return',
      subtitle: 'Three birds under one roof.',
      authors: ['Ann Lee'],
      publishedAt: '2024-03-05T10:00:00+01:00',
      modifiedAt: '2024-03-06',
      language: 'en',
      tags: ['owls', 'barns'],
      leadImage: {url: 'https://barn.example/owl.jpg'},
    })
  })

  it('reads dates of TOML as exactly as they are given', () => {
    expect(parse('+++\ntitle = "Owls"\ndate = 2024-03-05\n+++').publishedAt).toBe('2024-03-05')
    expect(parse('+++\ntitle = "Owls"\ndate = 2024-03-05T10:00:00\n+++').publishedAt).toBe(
      '2024-03-05T10:00:00',
    )
  })

  it.each([
    '---\ntitle: *star\ndate: 2024-03-05\n---',
    '---\ntitle: Owls\ndate: "2024-03-05\n---',
    '+++\ntitle = "Owls"\ndate = \n+++',
    `---\ntitle: Owls\ntags: ${'['.repeat(3000)}\n---`,
  ])('declares nothing where it cannot be read (%#)', (settings) => {
    expect(parse(settings).publishedAt).toBeUndefined()
  })
})
