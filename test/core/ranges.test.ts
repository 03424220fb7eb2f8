import fc from 'fast-check';
import { expect, it } from 'vitest';
import { touches } from '../../server/core/finding.ts';
import { touchingIn } from '../../server/core/ranges.ts';
import { runs } from '../any-text.ts';

it('finds the places that a place touches, however they lie over each other', () => {
  const place = fc.tuple(fc.nat(30), fc.nat(6)).map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(place, { maxLength: 20 }), place, (places, asked) => {
      const expected = places.filter((one) => touches(one, asked)).sort((a, b) => a.start - b.start);
      expect(touchingIn(places, (one) => one)(asked)).toEqual(expected);
    }),
    runs(300),
  );
});
