import { describe, expect, test } from 'vitest';
import { readDates } from '../../src/model/edition-dates.ts';

describe('the days of an edition', () => {
  test.each([
    ['Jul 10-12, 2031', '2031-07-10', '2031-07-12'],
    ['July 10–12, 2031', '2031-07-10', '2031-07-12'],
    ['10-12 July 2031', '2031-07-10', '2031-07-12'],
    ['JULY 07 - 09 , 2031', '2031-07-07', '2031-07-09'],
    ['July 10 to 12, 2031', '2031-07-10', '2031-07-12'],
    ['Sept. 9-12, 2031', '2031-09-09', '2031-09-12'],
    ['May 30-Jun 3, 2031', '2031-05-30', '2031-06-03'],
    ['30 June - 3 July, 2031', '2031-06-30', '2031-07-03'],
    ['January 31 - 4 February, 2031', '2031-01-31', '2031-02-04'],
    ['May 20 - May 25, 2031', '2031-05-20', '2031-05-25'],
    ['December 30 - January 3, 2032', '2031-12-30', '2032-01-03'],
    ['December 30, 2031 - January 3, 2032', '2031-12-30', '2032-01-03'],
    ['May 3rd, 2031', '2031-05-03', '2031-05-03'],
    ['3 May 2031', '2031-05-03', '2031-05-03'],
    ['November 30 - December 3', '2031-11-30', '2031-12-03'],
    ['November 22-26 2031', '2031-11-22', '2031-11-26'],
    ['2031-07-10', '2031-07-10', '2031-07-10'],
    ['2031-07-10 – 2031-07-12', '2031-07-10', '2031-07-12'],
    ['Feb 28 - 29, 2032', '2032-02-28', '2032-02-29'],
  ])('"%s" is read', (stated, startDate, endDate) => {
    expect(readDates(stated, 2031)).toEqual({ startDate, endDate });
  });

  test.each([
    ['Oct, 2031', 'MONTH'],
    ['March-April, 2031', 'MONTH'],
    ['August 2031 (exact dates TBD)', 'MONTH'],
    ['September , 2031', 'MONTH'],
    ['TBD', 'NOTHING'],
    ['to be announced', 'NOTHING'],
    ['2031', 'NOTHING'],
    ['', 'NOTHING'],
    ['Extended', 'UNREADABLE'],
    ['August 30 - Septemper 1, 2031', 'UNREADABLE'],
    ['June 31, 2031', 'UNREADABLE'],
    ['Feb 28 - 29, 2031', 'UNREADABLE'],
    ['July 12-10, 2031', 'UNREADABLE'],
    ['7/10/2031', 'UNREADABLE'],
  ])('"%s" gives no day: %s', (stated, reading) => {
    expect(readDates(stated, 2031)).toBe(reading);
  });

  test('a date without a year needs the edition to have one', () => {
    expect(readDates('July 10-12', null)).toBe('UNREADABLE');
  });
});
