/** docs/configuration.md, from the two catalogues of src/config. */
import { catalogue, type Setting } from '../../src/config/catalogue.ts'
import { policyChecks } from '../../src/config/policy-catalogue.ts'
import { policyEntries } from '../../src/config/policy-file.ts'

const introduction = `# Configuration

The program is configured by environment variables, read once when it starts. Whatever is wrong is listed together, and the program
does not start. An unknown name that begins with \`CLAVE_\` is an error too. Outside the demo no secret has a default.`

const policyIntroduction = `## The policy file

\`CLAVE_POLICY\` names a JSON file that changes numbers of the rules ([rules.md](rules.md)); what it does not name stays. Times carry
their unit: \`s\`, \`min\`, \`h\` or \`d\`. For example:

\`\`\`json
{ "link": { "lifetime": "20 min" }, "session": { "idle": "10 min" } }
\`\`\``

export function configurationPage(): string {
  const settings = Object.values<Setting<unknown>>(catalogue).map(settingSection)
  const numbers = policyEntries().map(({ path, entry, standard }) => `| \`${path}\` | ${entry.rule} | \`${JSON.stringify(entry.reader.write(standard))}\` | ${cell(entry.about)} Must be ${cell(entry.reader.mustBe)}. |`)
  const checks = policyChecks.map((check) => `- ${check.sentence}`)
  return [
    ...[introduction, '## Environment variables', ...settings, policyIntroduction],
    ['| Number | Rule | Default | Meaning |', '|---|---|---|---|', ...numbers].join('\n'),
    ['Between them must hold:', '', ...checks].join('\n'),
  ].join('\n\n') + '\n'
}

function settingSection(setting: Setting<unknown>): string {
  const needed = setting.neededFor.map((purpose) => ({ serve: 'to serve', demo: 'for the demo', tool: 'by commands that work on the database' })[purpose])
  const standard = setting.default === null ? 'No default' : `Default \`${setting.default}\``
  const secret = setting.secret ? ' It may hold a secret and is never shown.' : ''
  return `### \`${setting.name}\`\n\n${setting.about}${secret}\n\n${standard}${needed.length > 0 ? `; needed ${needed.join(' and ')}` : ''}. Must be ${setting.reader.mustBe}.`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
