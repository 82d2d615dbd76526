import {BarChartIcon} from '@sanity/icons/BarChart'
import type {StructureBuilder, View, ViewBuilder} from 'sanity/structure'
import {SourceOverview} from './source-overview.tsx'

const FORM = 'editor'
const OVERVIEW = 'overview'

/** The form, and beside it what came of the source lately. */
export const sourceViews = (S: StructureBuilder): (View | ViewBuilder)[] => [
  S.view.form().id(FORM),
  S.view.component(SourceOverview).id(OVERVIEW).title('Overview').icon(BarChartIcon),
]

export const SOURCE_PANES = [FORM, OVERVIEW]
