import { expect, test } from 'vitest';
import { planOf } from '../../../../renderer/app/company/naming-plan.ts';

const here = { company: 'Northwind', calls: 2 };

test('the name of a company with calls makes the two one; a new name renames; its own name does nothing', () => {
  const nobody = (company: string) => ({ company, calls: 0 });
  expect(planOf(here, { company: 'Contoso', calls: 1 }, 'contoso', false).becomes).toBe('merged');
  expect(planOf(here, nobody('North'), 'North', false).becomes).toBe('renamed');
  expect(planOf(here, here, 'Northwind', false).becomes).toBe('same');
});

test('another spelling, or one of its other names, can become its name, and is no new other name', () => {
  expect(planOf(here, here, 'NORTHWIND', false).becomes).toBe('renamed');
  expect(planOf(here, here, 'NW', false).becomes).toBe('renamed');
  expect(planOf(here, here, 'NW', true).becomes).toBe('same');
});
