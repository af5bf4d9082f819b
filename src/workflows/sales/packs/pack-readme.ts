/** What stands beside the files of an auditor's pack. */
export const PACK_README = `The sales history of a store, for an auditor
============================================

sales.ndjson        one sale a line: where it stands
events.ndjson       all that happened to each sale, in its order; each line carries the hash of the one before
snapshots.ndjson    what each order said of itself when it was sold and when it was changed
checkpoints.ndjson  hashes over the ends of all chains, each linked to the one before
checkpoint.txt      the last of them, with the end of each chain
invoices.csv        the numbers and sums of invoices and credit notes
manifest.json       the SHA-256 of each file; its own is in manifest.sha256
verify.mjs          checks all of it; it needs Node 18 or later and nothing else

    node verify.mjs
    node verify.mjs . --checkpoint the-one-you-kept.txt

Compare with a checkpoint that you were given earlier and kept yourself: a pack alone shows that it is whole in itself,
and the checkpoint that nothing from before it was rewritten since. What came after a checkpoint is covered by its chains
alone.

What concerns people ("personal") is encrypted under a key of each person. It is covered by the hashes as it stands;
where a person was erased nobody can read it any more, and all hashes stay right.
`
