import {expect, it} from 'vitest'
import {readServerSettings} from '../../app/settings.ts'
import {studioSettings} from '../../app/studio-files.ts'
import {SettingsError} from '../../ingest/settings.ts'

it('has a default for everything that works on one machine, on loopback', () => {
  expect(readServerSettings({}, '/desk')).toMatchObject({
    host: '127.0.0.1',
    port: 3333,
    sitePort: 3334,
    hosts: [],
    readOrigins: [],
    studioDirectory: '/desk/studio/dist',
    logLevel: 'warn',
    ingest: {target: 'local', dataDirectory: '/desk/.data'},
  })
})

it('reads lists by commas or spaces', () => {
  const {hosts, readOrigins} = readServerSettings(
    {
      COPYDESK_HOSTS: 'desk.example, www.desk.example',
      COPYDESK_READ_ORIGINS: 'http://localhost:5173  https://a.example',
    },
    '/desk',
  )
  expect(hosts).toEqual(['desk.example', 'www.desk.example'])
  expect(readOrigins).toEqual(['http://localhost:5173', 'https://a.example'])
})

it.each([
  [{COPYDESK_SITE_PORT: '0'}, 'COPYDESK_SITE_PORT'],
  [{COPYDESK_PORT: '70000'}, 'COPYDESK_PORT'],
  [{COPYDESK_SITE_URL: 'news.example.com'}, 'COPYDESK_SITE_URL'],
  [{COPYDESK_LOG_LEVEL: 'loud'}, 'COPYDESK_LOG_LEVEL'],
  [{SANITY_PROJECT_ID: 'abc', SANITY_DATASET: 'production'}, 'SANITY_TOKEN'],
])('refuses %j and names the setting', (environment, name) => {
  expect(() => readServerSettings(environment, '/desk')).toThrow(SettingsError)
  expect(() => readServerSettings(environment, '/desk')).toThrow(name)
})

it('lets nothing but the Studio’s own variables into its bundle', () => {
  const environment = {
    SANITY_TOKEN: 'secret',
    SANITY_STUDIO_PROJECT_ID: 'abc',
    SANITY_STUDIO_DATASET: '',
    PATH: '/bin',
  }
  expect(studioSettings(environment)).toEqual({SANITY_STUDIO_PROJECT_ID: 'abc'})
})
