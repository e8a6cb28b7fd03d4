"""Claims become judgements: one small file per check, one judge that fails closed."""
