/** A sentence and a label tell themselves apart by their words, whatever dates and times they hold. */
import {describe, expect, it} from 'vitest'
import {readsAsProse} from '../../../../ingest/parse/metadata/reads-as-prose.ts'

describe('a line reads as prose', () => {
  it.each([
    'The mill closed its doors on June 2, 2025.',
    'Six goats escaped in 2019.',
    'The match ended 3:2.',
    'Open weekdays 9:30–16:00.',
    'By Tuesday, 7 July 2020, the snow had gone.',
    'Last March, two bridges fell.',
    'Published in 2018, the diary sold well.',
    'Um 9:15 Uhr fuhr der letzte Zug.',
    'En 2021, trois moulins ont brûlé.',
    '8 мостов закрыли в 2022 году.',
    '2021年に三つの橋が落ちた。',
    '2021년에 다리 세 개가 무너졌다.',
    'انهارت ثلاثة جسور في عام 2021.',
    'The quay was built within a year.2',
    'The quay was “built within a year.”¹²',
    'The quay was built within a year.*',
  ])('%s', (text) => expect(readsAsProse(text)).toBe(true))

  it.each([
    'Published on 7 July 2020.',
    'Last updated 7 July 2020, 9:30 a.m.',
    'Posted on July 7, 2020 in News.',
    'By Ida Holm.',
    'By Ida Holm and Per Sand in Oslo.',
    'BERGEN, 7 July 2020.',
    'Photo: the archive of the mill, 1920.',
    'Veröffentlicht am 7. Juli 2020 um 9:15 Uhr.',
    'Mis à jour le 7 juillet 2020 à 9:15.',
    '更新：2020年7月7日。',
    'The mill closed its doors in 2019',
    'Published on 7 July 2020.2',
    'Annals of the valley, vol.2',
    'The mill closed its doors, chapter 2.1',
  ])('but not: %s', (text) => expect(readsAsProse(text)).toBe(false))
})
