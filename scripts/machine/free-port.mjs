import { createServer } from "node:net"

const canListen = (port) =>
  new Promise((done) => {
    const server = createServer()
    server.once("error", () => done(null))
    server.listen(port, () => {
      const taken = server.address().port
      server.close(() => done(taken))
    })
  })

/** Whether nobody listens on this port. */
export const isFree = async (port) => (await canListen(port)) !== null

/** A port that nobody listens on. */
export const freePort = () => canListen(0)
