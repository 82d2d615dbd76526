import {CodeBlockIcon} from '@sanity/icons/CodeBlock'
import type {DocumentBuilder, StructureBuilder, View, ViewBuilder} from 'sanity/structure'
import {SourceView} from '../views/source-view.tsx'

const FORM = 'editor'
const SOURCE = 'source'

/** The form, and beside it what the article was made from. */
export function articleViews(S: StructureBuilder): (View | ViewBuilder)[] {
  return [S.view.form().id(FORM), S.view.component(SourceView).id(SOURCE).title('Source').icon(CodeBlockIcon)]
}

export function articleNode(S: StructureBuilder, articleId: string): DocumentBuilder {
  return S.document()
    .schemaType('article')
    .documentId(articleId)
    .views(articleViews(S))
    .defaultPanes([FORM, SOURCE])
}
