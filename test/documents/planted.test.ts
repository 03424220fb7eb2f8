import { describe } from 'vitest';
import { holdsPlants } from './planted.ts';

describe('a county, held against its own report of the year before', () =>
  holdsPlants({
    folder: 'moxi',
    report: 'report-2025.txt',
    clean: 'draft-2026-clean.txt',
    faulty: 'draft-2026-faulty.txt',
    named: 0.9,
  }));

describe('a city on the coast in the first year of a term, held against its report of five years', () =>
  holdsPlants({
    folder: 'lanzhou',
    report: 'report-2023.txt',
    clean: 'draft-2024-clean.txt',
    faulty: 'draft-2024-faulty.txt',
    named: 0.95,
  }));
