import { PROJECT, runScript } from "../machine/medusa.mjs"
import { compare } from "../machine/results.mjs"

/** Time for each page: no more than that of the peer, and at 100 pages little more than at 10. */
const AT_MOST = 1
const PER_PAGE = 1.2

/** PDFs of one, 10 and 100 pages, next to pdfmake's of the same rows with the same fonts, by turns in one process. */
export default async function documents({ databases, prepared, sizes, step }) {
  const { one, ten, hundred } = await step("PDFs of 1, 10 and 100 pages", async () => {
    const database = await databases.create(prepared.template)
    const input = { rounds: sizes.documents, warmUp: sizes.reckoningsWarmUp }
    const output = await runScript(PROJECT, database, { script: "scripts/documents.ts", input })
    await databases.drop(database)
    return output
  })
  const reference_name = "pdfmake's, of the same rows with the same fonts"
  const beside = (name, { ours, reference, samples }) =>
    compare({ name, unit: "ms a page", ours, reference, reference_name, atMost: AT_MOST, samples })
  return [
    beside("a PDF of one page, median", one),
    beside("a PDF of 100 pages, median", hundred),
    compare({
      name: "a page at 100 pages",
      unit: "ms a page",
      ours: hundred.ours,
      reference: ten.ours,
      reference_name: "a page at 10 pages",
      atMost: PER_PAGE,
      samples: hundred.samples,
    }),
  ]
}
