import {BarChartIcon} from '@sanity/icons/BarChart'
import type {StructureBuilder, View, ViewBuilder} from 'sanity/structure'
import {SourceOverview} from './source-overview.tsx'

const FORM = 'editor'
const OVERVIEW = 'overview'

/** The form of a source, and beside it the overview of its articles. */
export const sourceViews = (S: StructureBuilder): (View | ViewBuilder)[] => [
  S.view.form().id(FORM),
  S.view.component(SourceOverview).id(OVERVIEW).title('Overview').icon(BarChartIcon),
]

/** The views that open with a source. */
export const SOURCE_PANES = [FORM, OVERVIEW]
