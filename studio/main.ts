import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/inter/wght-italic.css'
import {renderStudio, SANITY_VERSION} from 'sanity'
import {stayLocal} from './lake/stay-local.ts'
import config from './sanity.config.ts'
import {settings} from './settings.ts'

const element = document.getElementById('sanity')
if (!element) throw new Error('Expected an element with the id `sanity` in index.html')
if (settings.origin) stayLocal(window, {origin: settings.origin, version: SANITY_VERSION})
renderStudio(element, config, {basePath: '/'})
