# Почтовый ящик демонстрации.
mail-title = Письма
mail-lead = Всё, что эта демонстрация отправила бы по почте. Ничто не покидает этот компьютер.
mail-search = Письма на этот адрес
mail-empty = Писем пока нет
mail-empty-hint = Создайте аккаунт или запишитесь на обучение, и письмо об этом появится здесь.
mail-recipient = Кому
mail-subject = Тема
mail-queued-at = Написано
mail-state = Состояние
mail-state-queued = Ждёт
mail-state-sent = Отправлено
mail-state-given_up = Не доставлено
mail-as-html = Посмотреть, как его показывает почтовая программа
mail-files = Файлы к письму
mail-reason = Почему письмо не доставлено
mail-without-subject = (без темы)
