# The frame of every letter.
letters-button-fails = If the button does not work, open this address:
letters-contact = Questions? { $contact }
letters-automatic = { $site } sent this letter automatically. Replies to it are not read.
