/** A chosen file's bytes in base64. */
export async function readBase64(file: File): Promise<string> {
  const reader = new FileReader()
  const read = new Promise<string>((done, failed) => {
    reader.onload = () => done(typeof reader.result === "string" ? reader.result : "")
    reader.onerror = () => failed(reader.error ?? new Error("unreadable"))
  })
  reader.readAsDataURL(file)
  return (await read).replace(/^data:[^,]*,/, "")
}
