/** The style sheets of the site, bundled, in the order of `deliver/site/stylesheet.ts`, which reads them from disk. */
import base from '../../../deliver/site/styles/base.css?raw'
import print from '../../../deliver/site/styles/print.css?raw'
import site from '../../../deliver/site/styles/site.css?raw'
import tables from '../../../deliver/site/styles/tables.css?raw'
import text from '../../../deliver/site/styles/text.css?raw'

/** All styles of the site. */
export const SITE_STYLES = [base, site, text, tables, print].join('\n')
