import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What a client of the bench wants: so many pieces of an item for some hours. */
export interface Wish {
  owner: string
  inventoryItemIds: string[]
  quantity: number
  from: string
  to: string
}

/**
 * The usual way: a row for each unit of stock, and a constraint that no two rows of a unit overlap. Free units are looked
 * for, and taken; where somebody else was quicker, the constraint says so, and others are looked for.
 */
export async function createUnitBookings(knex: Knex): Promise<void> {
  await knex.raw(`create extension if not exists btree_gist`)
  await knex.raw(`create table bench_unit_booking (id bigserial primary key, item text not null, unit integer not null,
    owner text not null, period tstzrange not null,
    exclude using gist (item with =, unit with =, period with &&))`)
  await knex.raw(`create function bench_book_units(wanted_item text, capacity integer, wanted_owner text,
      wanted integer, wanted_period tstzrange) returns boolean language plpgsql as $$
    declare free integer[];
    begin
      for attempt in 1..5 loop
        select array_agg(n order by n) into free from generate_series(1, capacity) n where not exists (
          select 1 from bench_unit_booking b where b.item = wanted_item and b.unit = n and b.period && wanted_period);
        if coalesce(array_length(free, 1), 0) < wanted then
          return false;
        end if;
        begin
          insert into bench_unit_booking (item, unit, owner, period)
            select wanted_item, unnest(free[1:wanted]), wanted_owner, wanted_period;
          return true;
        exception when exclusion_violation then
          null; -- Somebody else took one of them: look again.
        end;
      end loop;
      return false;
    end $$`)
}

/** One client's transaction; answers whether it got all that it wanted. */
export const bookUnits = (knex: Knex, capacity: number, wish: Wish): Promise<boolean> =>
  knex.transaction(async (trx) => {
    for (const item of wish.inventoryItemIds) {
      const { rows } = await trx.raw<{ rows: { ok: boolean }[] }>(
        `select bench_book_units(?, ?, ?, ?, tstzrange(?, ?, '[)')) as ok`,
        [item, capacity, wish.owner, wish.quantity, wish.from, wish.to],
      )
      if (!rows[0]?.ok) {
        return false
      }
    }
    return true
  })
