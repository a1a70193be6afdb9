## Quello che i partner chiedono e dicono

serving-interested-title = Interesse dai club partner
serving-interested-note = I club ci dicono quanti, mai chi.
serving-from-club = { $count ->
    [one] { $count } interessato da { $club }
   *[other] { $count } interessati da { $club }
}
serving-going = { $count ->
    [one] { $count } ci va
   *[other] { $count } ci vanno
}
serving-maybe = { $count } forse
serving-just-interested = { $count ->
    [one] { $count } interessato
   *[other] { $count } interessati
}
error-unsigned = La richiesta non è firmata, o mancano intestazioni della firma.
error-unknown-key = Questa chiave qui non è conosciuta.
error-bad-signature = La firma non corrisponde alla richiesta.
error-stale = L’ora della richiesta è troppo lontana da adesso. Controlla gli orologi.
error-bad-timestamp = L’ora della richiesta non è RFC 3339 con uno scarto dall’UTC.
error-profile-too-weak = Questo partner firma in un modo più forte; quello più debole non si accetta più.
error-replayed = Questa richiesta è già stata vista. Firmala di nuovo, con un’altra ora.
error-https-required = Usa https.
error-partner-not-approved = Questo partner qui non è ancora approvato.
error-partner-inactive = Questo partner qui non è attivo.
error-not-shared = Con questo partner gli eventi non sono condivisi.
field-other-club = Questo non è il codice del partner che ha firmato.
field-bad-timestamp = Questa non è un’ora come in RFC 3339, con uno scarto dall’UTC.
