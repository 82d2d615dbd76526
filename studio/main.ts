import {renderStudio} from 'sanity'
import config from './sanity.config.ts'

const element = document.getElementById('sanity')
if (!element) throw new Error('Expected an element with the id `sanity` in index.html')
renderStudio(element, config, {basePath: '/'})
