# Rama każdego listu.
letters-button-fails = Jeśli przycisk nie działa, otwórz ten adres:
letters-contact = Masz pytania? { $contact }
letters-automatic = Nadawca: { $site }. List został wysłany automatycznie i nikt nie czyta odpowiedzi na niego.
