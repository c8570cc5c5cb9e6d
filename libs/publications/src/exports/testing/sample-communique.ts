import type { CommuniquePart, CommuniqueView } from '@roundtable/contracts';
import type { CommuniqueBasis } from '../communique-sheet.js';
import { sampleBasis } from './sample-basis.js';

const AT = '2026-11-20T06:30:00.000Z';

/** A communique in three languages with an open bracket, alternatives and footnotes. */
export function sampleCommunique(over: Partial<CommuniqueView> = {}): CommuniqueBasis {
  const { meetings } = sampleBasis(0);
  return {
    meetings,
    communique: {
      id: 'c',
      title: 'Биргелешкен билдирүү: өзөн суусу жана энергия',
      state: 'draft',
      version: 4,
      sha256: 'b'.repeat(64),
      parts: [
        part('a', 'The parties measure the flow [daily || every hour] at the border.', ['south', 'north']),
        part('b', 'Стороны публикуют данные [не позднее следующего дня] на двух языках.'),
        part('c', 'Өлчөөлөрдүн жыйынтыгы Ыңгайлуу жана Үзгүлтүксүз түрдө алмашылат \\[1\\].', ['south']),
      ],
      circulation: null,
      objections: [],
      adoption: null,
      createdBy: 'aizada',
      createdAt: AT,
      changedAt: AT,
      ...over,
    },
  };
}

function part(id: string, text: string, delegations: string[] = []): CommuniquePart {
  return {
    id,
    text,
    line: null,
    reservations: delegations.map((delegation) => ({
      id: `${id}-${delegation}`,
      delegation,
      text: 'Делегация резервирует позицию по этому абзацу.',
      by: 'aizada',
      at: AT,
    })),
  };
}
