import {CodeBlockIcon} from '@sanity/icons/CodeBlock'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import type {DocumentBuilder, StructureBuilder, View, ViewBuilder} from 'sanity/structure'
import {isNarrow} from '../workbench/in-step/narrow.ts'
import {PreviewView} from '../workbench/preview/preview-view.tsx'
import {SourceView} from '../workbench/source/source-view.tsx'

const FORM = 'editor'
const SOURCE = 'source'
const PREVIEW = 'preview'

/** The form, and beside it what the article was made from, or what readers will see. */
export function articleViews(S: StructureBuilder): (View | ViewBuilder)[] {
  return [
    S.view.form().id(FORM),
    S.view.component(SourceView).id(SOURCE).title('Source').icon(CodeBlockIcon),
    S.view.component(PreviewView).id(PREVIEW).title('Preview').icon(EyeOpenIcon),
  ]
}

/** Form and source side by side, as an article opens wherever it is opened from; in a narrow window the form holds both. */
export const panes = (): string[] => (isNarrow() ? [FORM] : [FORM, SOURCE])

export function articleNode(S: StructureBuilder, articleId: string): DocumentBuilder {
  return S.document().schemaType('article').documentId(articleId).views(articleViews(S)).defaultPanes(panes())
}
