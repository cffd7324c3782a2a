import bodyView from './body/body-view.css?inline'
import cookiesTab from './cookies/cookies-tab.css?inline'
import detailHeader from './detail-header.css?inline'
import detailPane from './detail-pane.css?inline'
import detailTable from './detail-table.css?inline'
import domainFixButton from './domain/domain-fix-button.css?inline'
import domainTab from './domain/domain-tab.css?inline'
import eventItem from './events/event-item.css?inline'
import eventsTab from './events/events-tab.css?inline'
import failureStrip from './failure-strip.css?inline'
import forcedColors from './forced-colors.css?inline'
import messageList from './messages/message-list.css?inline'
import messageRow from './messages/message-row.css?inline'
import messageView from './messages/message-view.css?inline'
import messagesTab from './messages/messages-tab.css?inline'
import sendMessageForm from './messages/send-message-form.css?inline'
import narrowTables from './narrow-tables.css?inline'
import overviewTab from './overview/overview-tab.css?inline'
import stepLine from './overview/step-line.css?inline'
import taskFacts from './overview/task-facts.css?inline'
import rulesSection from './rules/rules-section.css?inline'
import tabLayout from './tab-layout.css?inline'
import phaseBars from './timing/phase-bars.css?inline'
import profileTable from './timing/profile-table.css?inline'

/** The styles of the details of a task, as texts for a shadow root. */
export const detailStyles: readonly string[] = [
  detailPane,
  detailHeader,
  failureStrip,
  domainFixButton,
  tabLayout,
  stepLine,
  overviewTab,
  taskFacts,
  detailTable,
  profileTable,
  cookiesTab,
  domainTab,
  rulesSection,
  bodyView,
  phaseBars,
  eventsTab,
  eventItem,
  narrowTables,
  forcedColors,
  messagesTab,
  messageList,
  messageRow,
  messageView,
  sendMessageForm,
]
