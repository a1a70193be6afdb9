## Der Eingang

notifications-inbox = Eingang
notifications-unread = { $count ->
    [0] Du hast alles gelesen.
    [one] { $count } ungelesen.
   *[other] { $count } ungelesen.
}
notifications-unread-many = Hundert oder mehr ungelesen.
notifications-which = Welche Nachrichten
notifications-all = Alle
notifications-only-unread = Ungelesen
notifications-new = Neu
notifications-read-all = Alles als gelesen markieren
notifications-read-one = Als gelesen markieren: { $title }
notifications-read-short = Als gelesen markieren
notifications-older = Ältere
notifications-newest = Neueste
notifications-more = und { $count ->
    [one] { $count } weiteres
   *[other] { $count } weitere
}
notifications-none-title = Hier ist nichts
notifications-none-text = Hier steht, was dich angeht: Aufgaben, die dir jemand gibt, Veranstaltungen, die sich ändern, und was es in der Gemeinschaft Neues gibt.
notifications-none-way = Sieh, was ansteht
notifications-flash-read = Alles ist als gelesen markiert.

## Was mich erreicht

notifications-preferences = Was mich erreicht
notifications-preferences-text = Wähle, wovon du hören willst, und wie.
notifications-digest-hint = Die tägliche Zusammenfassung ist eine einzige E-Mail um { $time } mit allem seit der letzten; gibt es nichts, kommt keine.
notifications-unverified = E-Mails erreichen dich, sobald du deine Adresse bestätigt hast.
notifications-in-app = In meinem Eingang zeigen
notifications-by-email = Per E-Mail
notifications-email-instant = Sofort
notifications-email-digest = In der täglichen Zusammenfassung
notifications-email-off = Gar nicht
notifications-flash-saved = Gespeichert. Das erreicht dich ab jetzt.

## E-Mails beenden

notifications-stop-title = Diese E-Mails beenden?
notifications-stop-text = Du bekommst von { $community } keine E-Mails mehr hierzu: { $about }.
notifications-stop-button = Diese E-Mails beenden
notifications-stopped-title = Diese E-Mails sind beendet
notifications-stopped-text = Du bekommst von { $community } keine E-Mails mehr hierzu: { $about }.
notifications-again-button = Wieder einschalten
notifications-on-again-title = Wieder an
notifications-on-again-text = Du bekommst von { $community } wieder E-Mails hierzu: { $about }.
notifications-the-digest = die tägliche Zusammenfassung

## E-Mails

notifications-mail-open = Öffnen
notifications-mail-why = Du bekommst diese E-Mail, weil du bei { $community } Mitglied bist und hiervon hören willst: { $about }.
notifications-mail-stop = Diese E-Mails beenden
notifications-mail-choose = Wähle, was dich erreicht
notifications-digest-subject = { $community }: { $count ->
    [one] { $count } Neuigkeit
   *[other] { $count } Neuigkeiten
}
notifications-digest-heading = Was es bei { $community } Neues gibt
notifications-digest-open = Den Eingang öffnen
notifications-digest-why = Du bekommst diese E-Mail einmal am Tag, wenn es bei { $community } etwas Neues gibt, weil du die tägliche Zusammenfassung gewählt hast.
field-too-many-named = Höchstens { $max } auf einmal.
