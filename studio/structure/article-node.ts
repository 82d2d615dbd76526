import {CodeBlockIcon} from '@sanity/icons/CodeBlock'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import type {DocumentBuilder, StructureBuilder, View, ViewBuilder} from 'sanity/structure'
import {isNarrow} from '../workbench/in-step/narrow.ts'
import {PreviewView} from '../workbench/preview/preview-view.tsx'
import {SourceView} from '../workbench/source/source-view.tsx'

const FORM = 'editor'
const SOURCE = 'source'
const PREVIEW = 'preview'

/** The views of an article: its form, its source and its preview. */
export function articleViews(S: StructureBuilder): (View | ViewBuilder)[] {
  return [
    S.view.form().id(FORM),
    S.view.component(SourceView).id(SOURCE).title('Source').icon(CodeBlockIcon),
    S.view.component(PreviewView).id(PREVIEW).title('Preview').icon(EyeOpenIcon),
  ]
}

/** The views that open with an article: form and source, or in a narrow window only the form, which then contains the source. */
export const panes = (): string[] => (isNarrow() ? [FORM] : [FORM, SOURCE])

/** An article with its views. */
export function articleNode(S: StructureBuilder, articleId: string): DocumentBuilder {
  return S.document().schemaType('article').documentId(articleId).views(articleViews(S)).defaultPanes(panes())
}
