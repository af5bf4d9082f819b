import { discountReportFile, type ReportRow } from "./discount-report-file"

const row = (name: string): ReportRow => ({
  discount_id: null,
  name,
  source: "personal",
  currency_code: "eur",
  uses: 2,
  lines: 3,
  quantity: "4",
  discount_total: "-1.50",
  revenue: "98.50",
})
const nameIn = (name: string): string | undefined => discountReportFile([row(name)]).split("\r\n")[1]

describe("discountReportFile", () => {
  it("D24: a head and a line of each row, with the byte order mark that spreadsheets need", () => {
    const file = discountReportFile([row("Spring")])
    expect(file.startsWith("\uFEFFdiscount_id,name,source,")).toBe(true)
    expect(file.endsWith(",Spring,personal,eur,2,3,4,-1.50,98.50\r\n")).toBe(true)
    expect(discountReportFile([]).split("\r\n")).toHaveLength(2)
  })

  it.each([
    ["a comma", 'Spring, "summer"', ',"Spring, ""summer""",personal'],
    ["a line's end", "Two\nlines", ',"Two\nlines",personal'],
    ["blanks around it", " Spring ", '," Spring ",personal'],
  ])("quotes %s", (_, name, cell) => {
    expect(nameIn(name)).toContain(cell)
  })

  it.each(["=1+1", "+cmd", "-2+3", "@sum", "＝1", "  =1"])("runs no formula: %s", (name) => {
    expect(nameIn(name)).toMatch(new RegExp(`^,"?'`))
  })

  it("a negative amount is no formula", () => {
    expect(nameIn("Spring")).toContain(",-1.50,")
  })
})
