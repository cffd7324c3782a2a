import addDomainForm from './add-domain-form.css?inline'
import domainListEditor from './domain-list-editor.css?inline'
import domainPane from './domain-pane.css?inline'
import pasteDomainsForm from './paste-domains-form.css?inline'

/** The styles of the pane with the domain lists, as texts for a shadow root. */
export const domainStyles: readonly string[] = [domainPane, domainListEditor, addDomainForm, pasteDomainsForm]
