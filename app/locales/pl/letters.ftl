# Rama każdego listu.
letters-button-fails = Jeśli przycisk nie działa, otwórz ten adres:
letters-contact = Masz pytania? { $contact }
letters-automatic = Ten list wysłał automatycznie system { $site }. Odpowiedzi na niego nikt nie czyta.
