"""Say which paragraphs of two versions correspond: many to many, with omissions, and crossings where they happened.

The method is a dynamic programme over beads (Gale and Church 1993) that gains by the keys which both sides of a bead
share and loses by unlike lengths; the cost of a bead grows with the product of its sides, or everything would merge.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.keys import Kind, Profile
from newsroom.model import Alignment, Bead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.keys.weights import Weights

@dataclass(frozen=True, slots=True)
class P:
    gap: float = 2.5
    cell: float = 3.0
    length: float = 6.0
    one: float = -1.0
    maxside: int = 4
    cap: float = 6.0
    gaplen: float = 0.0
    stray: float = 5.0
    wordw: float = 1.6
    diag: float = 0.0

def align(left: Profile, right: Profile, *, weights: Weights, p: P = P()) -> Alignment:
    """Return how the paragraphs of two versions correspond."""
    matrix = agreement(left, right, weights=weights, p=p)
    beads = _monotone(matrix, _lengths(left), _lengths(right), p)
    beads = _crossings(beads, matrix, _lengths(left), _lengths(right), p)
    return Alignment((left.article.language, right.article.language), tuple(beads))

def _lengths(profile): return [len(b.text) + 10 for b in profile.article.body]

def places(profile: Profile) -> dict[str, tuple]:
    out = {}
    for at, mentions in enumerate(profile.paragraphs):
        for m in mentions:
            for form in m.unit.forms:
                out.setdefault(form, {})[at] = m.unit
    return out

def agreement(left: Profile, right: Profile, *, weights: Weights, p: P):
    """Return for each two paragraphs how much their shared keys tell, in nats."""
    pl, pr = places(left), places(right)
    rows, cols = len(left.paragraphs), len(right.paragraphs)
    best: dict = {}
    for form in pl.keys() & pr.keys():
        a, b = pl[form], pr[form]
        if len(a)*len(b) > 40: continue
        share = 1/max(len(a),len(b))
        for i, u in a.items():
            w = weights.of(u)*share
            if u.kind is Kind.WORD: w *= p.wordw
            for j, v in b.items():
                k = (i, j, u.key)
                if w > best.get(k, 0): best[k] = w
    m = [[0.0]*cols for _ in range(rows)]
    seen = {}
    for (i, j, key), w in best.items():
        m[i][j] += w
    return m

def _monotone(m, ll, rl, p):
    R, C = len(ll), len(rl)
    ratio = math.log(sum(rl)/sum(ll)) if R and C else 0
    S = [[0.0]*(C+1) for _ in range(R+1)]
    for i in range(R):
        row = 0.0
        for j in range(C):
            row += min(m[i][j], p.cap)
            S[i+1][j+1] = S[i][j+1] + row
    cl=[0]; cr=[0]
    for x in ll: cl.append(cl[-1]+x)
    for x in rl: cr.append(cr[-1]+x)
    kinds=[(1,1)]+[(1,k) for k in range(2,p.maxside+1)]+[(k,1) for k in range(2,p.maxside+1)]+[(2,2)]
    kinds=[(a,b,p.one-p.cell*(a*b-1)) for a,b in kinds]
    lcl=[0]*(0)
    best=[[-1e9]*(C+1) for _ in range(R+1)]; back=[[None]*(C+1) for _ in range(R+1)]
    best[0][0]=0
    for i in range(R+1):
        bi=best[i]
        for j in range(C+1):
            if i==j==0: continue
            v=-1e9; bk=None
            if i:
                s=best[i-1][j]-p.gap-p.gaplen*ll[i-1]/100
                if s>v: v,bk=s,(1,0)
            if j:
                s=bi[j-1]-p.gap-p.gaplen*rl[j-1]/100
                if s>v: v,bk=s,(0,1)
            for a,b,c in kinds:
                if a<=i and b<=j:
                    x=S[i][j]-S[i-a][j]-S[i][j-b]+S[i-a][j-b]
                    d=math.log((cr[j]-cr[j-b])/(cl[i]-cl[i-a]))-ratio
                    s=best[i-a][j-b]+x+c-p.length*d*d
                    if s>v: v,bk=s,(a,b)
            bi[j]=v; back[i][j]=bk
    beads=[]; i,j=R,C
    while i or j:
        a,b=back[i][j]; beads.append(Bead(tuple(range(i-a,i)),tuple(range(j-b,j)))); i-=a; j-=b
    return beads[::-1]

def _crossings(beads, m, ll, rl, p):
    """Join paragraphs left alone on both sides that agree strongly."""
    L=[b.left[0] for b in beads if not b.right]; Rr=[b.right[0] for b in beads if not b.left]
    pairs=sorted(((m[i][j]-p.length*(math.log(rl[j]/ll[i]))**2,-i,-j) for i in L for j in Rr),reverse=True)
    joined={}
    for s,i,j in pairs:
        if s<p.stray: break
        i,j=-i,-j
        if i in joined or j in joined.values(): continue
        joined[i]=j
    out=[]
    for b in beads:
        if not b.right and b.left[0] in joined: out.append(Bead(b.left,(joined[b.left[0]],)))
        elif not b.left and b.right[0] in joined.values(): continue
        else: out.append(b)
    return out
