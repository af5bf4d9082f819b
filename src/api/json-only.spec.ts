import { isJsonRequest } from "./json-only"

const FORM = "application/x-www-form-urlencoded"

describe("isJsonRequest", () => {
  it.each([
    ["reads", "GET", {}],
    ["JSON with a cookie", "POST", { "content-type": "application/json", "content-length": "2" }],
    ["JSON in another spelling", "POST", { "content-type": "Application/JSON; charset=utf-8" }],
    ["JSON without a body, as Medusa's SDK has it", "POST", { "content-type": "application/json" }],
    ["no body with a token", "POST", { authorization: "Bearer a" }],
    ["a deletion", "DELETE", {}],
  ])("takes %s", (_what, method, headers) => {
    expect(isJsonRequest({ method, headers })).toBe(true)
  })

  it.each([
    ["a form", "POST", { "content-type": FORM, "content-length": "3" }],
    ["an empty form", "POST", { "content-type": FORM, "content-length": "0" }],
    ["a form with a token", "POST", { "content-type": FORM, authorization: "Bearer a" }],
    ["a form with files", "POST", { "content-type": "multipart/form-data; boundary=x" }],
    ["plain text that is JSON", "POST", { "content-type": "text/plain", "content-length": "2" }],
    ["a type that only begins like JSON", "POST", { "content-type": "application/jsonp" }],
    ["a body of no type", "POST", { "content-length": "2", authorization: "Bearer a" }],
    ["a body of unknown length and no type", "POST", { "transfer-encoding": "chunked", authorization: "Bearer a" }],
    ["nothing with a cookie, as another site can send it", "POST", {}],
    ["a deletion as a form", "DELETE", { "content-type": FORM }],
    ["a change as a form", "PUT", { "content-type": FORM }],
  ])("refuses %s", (_what, method, headers) => {
    expect(isJsonRequest({ method, headers })).toBe(false)
  })
})
